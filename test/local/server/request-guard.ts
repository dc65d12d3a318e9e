import type { MiddlewareHandler } from 'hono';
import { HttpError } from './http-error';

const OWN_HOST = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/;

/**
 * Refuses a `Host` that is not this machine by its own names: a web site whose name is made to point here
 * (DNS rebinding) must not read the organization.
 */
export const ownHostOnly: MiddlewareHandler = async (context, next) => {
  if (!OWN_HOST.test(context.req.header('host') ?? '')) {
    throw new HttpError(421, 'host.refused', 'Only 127.0.0.1 and localhost are served here.');
  }
  await next();
};

/** Refuses writes that another origin's page sends: programs send no `Origin`, our page sends its own. */
export const sameOriginWrites: MiddlewareHandler = async (context, next) => {
  const origin = context.req.header('origin');
  const isRead = context.req.method === 'GET' || context.req.method === 'HEAD';
  if (!isRead && origin !== undefined && origin !== `http://${context.req.header('host') ?? ''}`) {
    throw new HttpError(403, 'origin.refused', 'This call may only come from the local page itself.');
  }
  await next();
};

/** Keeps the page to its own files: nothing on it may load from, or be framed by, anywhere else. */
export const pageHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Referrer-Policy', 'no-referrer');
  context.header(
    'Content-Security-Policy',
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; frame-ancestors 'none'",
  );
};

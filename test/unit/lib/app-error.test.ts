import { expect, it } from 'vitest';
import { AppError } from '../../../src/lib/app-error';

it('keeps what a developer needs out of the message that people see', () => {
  const cause = new Error('socket closed');
  const error = new AppError('atlassian.unavailable', 'No answer.', { context: { status: 503 }, cause });
  expect([error.message, error.code, error.context, error.cause]).toEqual([
    'No answer.',
    'atlassian.unavailable',
    { status: 503 },
    cause,
  ]);
});

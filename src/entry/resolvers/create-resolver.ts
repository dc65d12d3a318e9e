import Resolver from '@forge/resolver';
import { resolvers, type ResolverName } from '../../contract/resolvers';
import type { AppTools } from '../../usecases/app-tools';
import { evidenceResolvers } from './evidence-resolvers';
import { exemptionResolvers } from './exemption-resolvers';
import { executionResolvers } from './execution-resolvers';
import { filterResolvers } from './filter-resolvers';
import { handle, type Handler, type Handlers } from './handle';
import { reviewResolvers } from './review-resolvers';
import { seatResolvers } from './seat-resolvers';
import { settingsResolvers } from './settings-resolvers';

const handlers: Handlers = {
  ...seatResolvers,
  ...reviewResolvers,
  ...executionResolvers,
  ...evidenceResolvers,
  ...exemptionResolvers,
  ...filterResolvers,
  ...settingsResolvers,
};

/** The function behind every page: one definition for each name of the contract. */
export function createResolver(tools: AppTools): ReturnType<Resolver['getDefinitions']> {
  const resolver = new Resolver();
  const define = <Name extends ResolverName>(name: Name, handler: Handler<Name>): void => {
    resolver.define(name, ({ payload, context }) => handle(name, handler, { payload, context }, tools));
  };
  for (const name of namesOf(resolvers)) define(name, handlerOf(name));
  return resolver.getDefinitions();
}

function handlerOf<Name extends ResolverName>(name: Name): Handler<Name> {
  return handlers[name];
}

function namesOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record).filter((key): key is Key => key in record);
}

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const page = z.looseObject({
  key: z.string(),
  title: z.string(),
  useAsConfig: z.boolean().optional(),
  useAsGetStarted: z.boolean().optional(),
});

const manifestSchema = z.looseObject({
  modules: z.looseObject({
    'jira:adminPage': z.array(page).default([]),
    'jira:globalPage': z.array(page).default([]),
    scheduledTrigger: z.array(z.looseObject({ key: z.string(), interval: z.string() })).default([]),
  }),
});

type Page = z.infer<typeof page>;

/** A page of the manifest, and where Atlassian puts it. */
export interface ManifestPage {
  readonly key: string;
  readonly title: string;
  readonly type: 'jira:adminPage' | 'jira:globalPage';
  readonly place: 'admin' | 'configure' | 'get-started' | 'global';
}

export interface ManifestPages {
  readonly pages: readonly ManifestPage[];
  readonly triggers: readonly { readonly key: string; readonly interval: string }[];
}

/** What the page's switchers offer: the pages and scheduled triggers of `manifest.yml`. */
export function readManifestPages(path: string): ManifestPages {
  return parseManifestPages(readFileSync(path, 'utf8'));
}

/** @throws ZodError when the text is no manifest */
export function parseManifestPages(text: string): ManifestPages {
  const { modules } = manifestSchema.parse(parse(text));
  return {
    pages: [
      ...modules['jira:adminPage'].map((one) => toPage(one, 'jira:adminPage')),
      ...modules['jira:globalPage'].map((one) => toPage(one, 'jira:globalPage')),
    ],
    triggers: modules.scheduledTrigger.map(({ key, interval }) => ({ key, interval })),
  };
}

function toPage(one: Page, type: ManifestPage['type']): ManifestPage {
  return { key: one.key, title: one.title, type, place: placeOf(one, type) };
}

function placeOf(one: Page, type: ManifestPage['type']): ManifestPage['place'] {
  if (type === 'jira:globalPage') return 'global';
  if (one.useAsConfig === true) return 'configure';
  return one.useAsGetStarted === true ? 'get-started' : 'admin';
}

import React from 'react';
import type { LineRow } from '../../../../src/contract/review-replies';
import { claimInWords } from '../../view-models/notice';
import { Sentence } from '../rich-text';

/** What the person concerned was told, and their own words; nothing where there are none. */
export function LineNotice({ line }: { readonly line: LineRow }) {
  const claim = claimInWords(line);
  return (
    <>
      {line.notice === '' ? null : <Sentence size="small" isSubtle text={line.notice} />}
      {claim === '' ? null : <Sentence size="small" text={claim} />}
    </>
  );
}

import type { GoneReason, LineChange } from '../../../src/contract/review-replies';

/** How a review stands to the last signed-off one, in the words of the screens. */

export const CHANGE_LABELS: Readonly<Record<LineChange, string>> = {
  new: 'New',
  rebounded: 'Came back after its removal',
  unchanged: 'As in the last review',
  'decided-otherwise': 'Decided otherwise',
};

export const GONE_LABELS: Readonly<Record<GoneReason, string>> = {
  removed: 'Removed by the last review, still gone',
  rebounded: 'Came back after its removal, too new or in use',
  'seat-ended': 'The seat has ended',
  active: 'In use again',
  'too-new': 'Given again, too new to judge',
  protected: 'Covered by an exemption',
  'not-known': 'Not known: the scan could not see it',
};

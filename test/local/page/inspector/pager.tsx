import { PAGE } from './use-inspection';

/** Which part of a list is shown, and the way to the others. */
export function Pager({
  total,
  page,
  onPage,
}: {
  readonly total: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
}) {
  const first = total === 0 ? 0 : page * PAGE + 1;
  return (
    <span className="strip-group">
      <span>
        {first} to {Math.min(total, (page + 1) * PAGE)} of {total}
      </span>
      <button type="button" className="strip-button" disabled={page === 0} onClick={() => onPage(page - 1)}>
        Back
      </button>
      <button
        type="button"
        className="strip-button"
        disabled={(page + 1) * PAGE >= total}
        onClick={() => onPage(page + 1)}
      >
        Next
      </button>
    </span>
  );
}

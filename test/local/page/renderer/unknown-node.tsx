/** Stands where the page cannot render a node. End-to-end tests fail on its class. */
export function UnknownNode({ name }: { name: string }) {
  return (
    <div className="unknown-node" role="alert">
      UI Kit node <strong>{name}</strong> is not known to the local page
    </div>
  );
}

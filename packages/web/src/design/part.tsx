/** One part of the page of components, under its name. */
import type { ComponentChildren } from 'preact';

interface PartProps {
  readonly id: string;
  readonly heading: string;
  readonly children: ComponentChildren;
}

export function Part({ id, heading, children }: PartProps) {
  return (
    <section class="design-part" aria-labelledby={`d-${id}`}>
      <h2 id={`d-${id}`}>{heading}</h2>
      {children}
    </section>
  );
}

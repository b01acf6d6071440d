/** Text whose numbers hold on to their units, and days to their months; the text itself is not changed. */
import { TOGETHER } from '../layout/together.ts';

export function Held({ text }: { readonly text: string }) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(TOGETHER)) {
    parts.push(text.slice(from, match.index));
    parts.push(
      <span key={match.index} class="held">
        {match[0]}
      </span>,
    );
    from = match.index + match[0].length;
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}

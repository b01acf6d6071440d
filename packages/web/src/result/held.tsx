/** Text whose numbers hold on to their units, and days to their months; the text itself is not changed. */

const TOGETHER =
  /\d[\d.,]*\s(?:mm|cm|m|mL|ml|HU|kg|g|%|(?:hours?|days?|weeks?|months?|years?)\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/g;

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

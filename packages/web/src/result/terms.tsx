/** The definitions behind the dotted words: a sheet each, opened and closed without script. */
import { useWords } from '../words/use-words.ts';
import type { View } from './view.ts';

export function Terms({ view }: { readonly view: View }) {
  const words = useWords();
  return (
    <div class="wrap terms">
      {view.explanation.terms.map(({ slug, term, definition }) => (
        <div
          key={slug}
          id={`term-${slug}`}
          class="term-sheet"
          popover="auto"
          role="dialog"
          aria-labelledby={`term-name-${slug}`}
        >
          <p class="term-name" id={`term-name-${slug}`} lang="en">
            {term}
          </p>
          <p>{definition}</p>
          <button type="button" class="button" popoverTarget={`term-${slug}`} popoverTargetAction="hide">
            {words.result.close}
          </button>
        </div>
      ))}
    </div>
  );
}

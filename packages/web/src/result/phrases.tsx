/** A set phrase of radiologists: what it means and what it does not mean. */
import type { ExplainedPhrase } from '@readingscan/engine';
import { useWords } from '../words/use-words.ts';
import type { View } from './view.ts';

export function PhraseNote({ phrase }: { readonly phrase: ExplainedPhrase }) {
  return (
    <div class="phrase">
      <p class="phrase-words report" lang="en">
        “{phrase.phrase}”
      </p>
      <PhraseMeaning phrase={phrase} />
    </div>
  );
}

function PhraseMeaning({ phrase }: { readonly phrase: ExplainedPhrase }) {
  const words = useWords();
  return (
    <div class="phrase-meaning">
      <p>
        <b>{words.result.means}</b> {phrase.means}
      </p>
      {phrase.doesNotMean !== '' && (
        <p>
          <b>{words.result.meansNot}</b> {phrase.doesNotMean}
        </p>
      )}
    </div>
  );
}

/** Phrases that stand in no item of the Impression. */
export function OtherPhrases({ view }: { readonly view: View }) {
  const words = useWords();
  const { explanation } = view;
  const shown = new Set(explanation.items.flatMap(({ phrases }) => phrases));
  const others = explanation.phrases.filter(({ slug }) => !shown.has(slug));
  if (others.length === 0) return null;
  return (
    <section class="section" id="phrases" aria-labelledby="h-phrases">
      <h2 id="h-phrases">{words.result.phrases.heading}</h2>
      <p class="intro">{words.result.phrases.intro}</p>
      <div class="phrase-grid">
        {others.map((phrase) => (
          <details class="more" key={phrase.slug}>
            <summary>
              <span class="report" lang="en">
                “{phrase.phrase}”
              </span>
            </summary>
            <PhraseMeaning phrase={phrase} />
          </details>
        ))}
      </div>
    </section>
  );
}

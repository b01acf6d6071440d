/** One item of the Impression: what it says, how sure, what changed, and the words and findings behind it. */

import type { ExplainedItem } from '@readingscan/engine';
import { useWords } from '../words/use-words.ts';
import { CalmPanel } from './calm-panel.tsx';
import type { Mark } from './cut.ts';
import { Growth } from './growth.tsx';
import { Held } from './held.tsx';
import { Ladder } from './ladder.tsx';
import { OwnWords } from './own-words.tsx';
import { PhraseNote } from './phrases.tsx';
import { PlainWords } from './plain-words.tsx';
import { TermLink } from './report-words.tsx';
import { ItemNumber } from './track.tsx';
import type { View } from './view.ts';

interface Props {
  readonly view: View;
  readonly item: ExplainedItem;
  readonly open: boolean;
}

export function ItemCard({ view, item, open }: Props) {
  const { result } = useWords();
  const id = item.impression;
  const impression = view.item(id);
  const [title, ...rest] = item.plain;
  const phrases = item.phrases.map(view.phrase).filter((phrase) => phrase !== undefined);
  return (
    <article class="card item" id={`item-${id}`} data-tier={item.urgency} aria-labelledby={`title-${id}`}>
      <header>
        <ItemNumber rank={item.rank} tier={item.urgency} />
        <p class="tag">{result.tiers[item.urgency][1]}</p>
      </header>
      <CalmPanel view={view} item={item} />
      <h3 id={`title-${id}`}>
        {title ? (
          <span data-sentence={`${id}-0`}>
            <Held text={title.text} />
          </span>
        ) : (
          <span class="report" lang="en">
            {item.original}
          </span>
        )}
      </h3>
      {rest.length > 0 && (
        <div class="sentences">
          {rest.map((sentence, index) => (
            <p key={sentence.text} data-sentence={`${id}-${index + 1}`}>
              <PlainWords view={view} sentence={sentence} terms={item.terms} />
            </p>
          ))}
        </div>
      )}
      <Facts view={view} item={item} />
      <TermList view={view} item={item} />
      {impression && view.hasWords && (
        <details class="more" open={open}>
          <summary>{result.ownWords}</summary>
          <OwnWords
            view={view}
            span={impression.span}
            source={open ? result.items.markedItem(item.rank) : result.items.item(item.rank)}
            marked={open ? view.explanation.headline.basis : []}
            marks={marksOf(item)}
            withTerms
          >
            {impression.statements[0] && (
              <a class="paper-link" href={`#words-${impression.statements[0]}`}>
                {result.seeInReport}
              </a>
            )}
          </OwnWords>
        </details>
      )}
      <Support view={view} item={item} />
      {phrases.length > 0 && (
        <details class="more">
          <summary>{result.phrases.inItem(phrases.map(({ phrase }) => phrase))}</summary>
          {phrases.map((phrase) => (
            <PhraseNote key={phrase.slug} phrase={phrase} />
          ))}
        </details>
      )}
    </article>
  );
}

function marksOf(item: ExplainedItem): readonly Mark[] {
  const id = item.impression;
  const sentences = item.plain.flatMap(({ basis }, index) => basis.map((span) => ({ span, id: `${id}-${index}` })));
  const certainty = item.certainty?.basis.map((span) => ({ span, id: `${id}-certainty` })) ?? [];
  const change = item.change?.basis.map((span) => ({ span, id: `${id}-change` })) ?? [];
  return [...sentences, ...certainty, ...change];
}

function Facts({ view, item }: Omit<Props, 'open'>) {
  const words = useWords();
  if (!item.certainty && !item.change) return null;
  const findings = view.findings(item);
  const direction = findings.find(({ change }) => change !== undefined)?.change?.direction ?? null;
  return (
    <div class="facts">
      {item.change && (
        <div class="fact" data-sentence={`${item.impression}-change`}>
          <Growth direction={direction} measurements={view.measurements(findings)} />
          <div>
            <h4>{words.result.change.heading}</h4>
            {direction && <p class="verdict">{words.result.change.directions[direction]}</p>}
            <p>{item.change.text}</p>
          </div>
        </div>
      )}
      {item.certainty && (
        <div class="fact" data-sentence={`${item.impression}-certainty`}>
          <Ladder rung={item.certainty.rank} />
          <div>
            <h4>{words.result.certainty.heading}</h4>
            <p class="verdict">{words.result.certainty.rungs[item.certainty.rank]}</p>
            <p>{item.certainty.text}</p>
          </div>
        </div>
      )}
    </div>
  );
}

function TermList({ view, item }: Omit<Props, 'open'>) {
  const words = useWords();
  const terms = item.terms.map(view.term).filter((term) => term !== undefined);
  if (terms.length === 0) return null;
  return (
    <div class="terms-row">
      <span class="quiet">{words.result.termsLabel} </span>
      <ul>
        {terms.map((term) => (
          <li key={term.slug}>
            <TermLink slug={term.slug} text={term.term} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Support({ view, item }: Omit<Props, 'open'>) {
  const words = useWords();
  if (item.supportedBy.length === 0) return null;
  return (
    <details class="more">
      <summary>{words.result.support}</summary>
      {item.supportedBy.map(({ statement, plain }) => {
        const said = view.statement(statement);
        if (!said) return null;
        const code = view.section(said.section)?.code ?? 'findings';
        const marks = plain.flatMap(({ basis }, index) =>
          basis.map((span) => ({ span, id: `${item.impression}-${statement}-${index}` })),
        );
        return (
          <div class="support" key={statement}>
            {plain.map((sentence, index) => (
              <p class="said" key={sentence.text} data-sentence={`${item.impression}-${statement}-${index}`}>
                <Held text={sentence.text} />
              </p>
            ))}
            {view.hasWords && (
              <OwnWords view={view} span={said.span} source={words.result.sections[code][0]} marks={marks} withTerms />
            )}
          </div>
        );
      })}
    </details>
  );
}

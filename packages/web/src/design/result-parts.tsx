/** The parts of a result, each by its component, over the sample report. */
import type { Explanation } from '@readingscan/engine';
import { Answer } from '../result/answer.tsx';
import { Questions, WorthAsking } from '../result/asking.tsx';
import { Called } from '../result/called.tsx';
import { Growth } from '../result/growth.tsx';
import { ItemCard } from '../result/item-card.tsx';
import { Ladder } from '../result/ladder.tsx';
import { NextSteps } from '../result/next-steps.tsx';
import { Notices } from '../result/notices.tsx';
import { Terms } from '../result/terms.tsx';
import { ItemNumber, TIERS, Track } from '../result/track.tsx';
import { RUNGS, viewOf } from '../result/view.ts';
import { WholeReport } from '../result/whole-report.tsx';
import { useWords } from '../words/use-words.ts';
import { Part } from './part.tsx';
import { SAMPLE_EXPLANATION } from './sample-explanation.ts';
import { DESIGN_WORDS as text } from './words.ts';

/** The same report, whose writer called the doctor, from a page that was hard to read. */
const CALLED: Explanation = {
  ...SAMPLE_EXPLANATION,
  communications: [{ communication: 'none', plain: [{ text: text.calledText, basis: [] }] }],
  notices: [{ code: 'doubtful-text', text: text.notice, basis: [] }],
};

export function ResultParts() {
  const { result } = useWords();
  const view = viewOf(SAMPLE_EXPLANATION);
  const called = viewOf(CALLED);
  return (
    <div class="result">
      <div class="wrap design">
        <Part id="answer" heading={text.answer}>
          <Answer view={view} note={null} onCorrect={null} />
        </Part>
        <Part id="tracks" heading={text.tracks}>
          {TIERS.map((tier, at) => (
            <div key={tier} class="soon" data-tier={tier}>
              <p class="tag">
                <ItemNumber rank={at + 1} tier={tier} /> {result.tiers[tier][1]}
              </p>
              <Track tier={tier} />
            </div>
          ))}
        </Part>
        <Part id="ladder" heading={text.ladder}>
          <ul class="ladders">
            {RUNGS.map((rung) => (
              <li key={rung}>
                <Ladder rung={rung} /> {result.certainty.rungs[rung]}
              </li>
            ))}
          </ul>
        </Part>
        <Part id="growth" heading={text.growth}>
          <ul class="ladders">
            {(['new', 'increased', 'stable', 'resolved'] as const).map((direction) => (
              <li key={direction}>
                <Growth direction={direction} measurements={[]} /> {result.change.directions[direction]}
              </li>
            ))}
          </ul>
        </Part>
        <Part id="card" heading={text.card}>
          {SAMPLE_EXPLANATION.items.slice(0, 2).map((item) => (
            <ItemCard key={item.impression} view={view} item={item} open />
          ))}
        </Part>
        <Part id="called" heading={text.called}>
          <Called view={called} />
          <Notices view={called} onCorrect={null} />
        </Part>
        <Part id="steps" heading={text.steps}>
          <NextSteps view={view} />
        </Part>
        <Part id="term" heading={text.term}>
          {SAMPLE_EXPLANATION.terms.slice(0, 1).map(({ slug, term }) => (
            <button key={slug} type="button" class="button" popoverTarget={`term-${slug}`}>
              {text.open}: {term}
            </button>
          ))}
        </Part>
        <Part id="asking" heading={text.asking}>
          <Questions view={view} />
          <WorthAsking view={view} />
        </Part>
      </div>
      <WholeReport view={view} pictures={[]} />
      <Terms view={view} />
    </div>
  );
}

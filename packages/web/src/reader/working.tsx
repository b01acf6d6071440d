/** While a report is read: the real steps, the page in hand, and a way to stop. */
import type { Progress, ReaderStep } from '@readingscan/reader/browser';
import { Icon } from '../layout/icon.tsx';
import { useWords } from '../words/use-words.ts';

interface Props {
  readonly progress: Progress | null;
  readonly fromFiles: boolean;
  readonly onCancel: () => void;
}

export const FILE_STEPS: readonly ReaderStep[] = ['open', 'straighten', 'read', 'check', 'explain'];
const TEXT_STEPS: readonly ReaderStep[] = ['read', 'explain'];

export function Working({ progress, fromFiles, onCancel }: Props) {
  const { working } = useWords();
  const steps = fromFiles ? FILE_STEPS : TEXT_STEPS;
  const step = steps[nowOf(progress, steps)] ?? 'read';
  const where = progress && progress.pages > 1 ? working.page(progress.page, progress.pages) : working.steps[step];
  return (
    <div class="wrap view working">
      <h1 tabIndex={-1}>{working.heading}</h1>
      <p class="lead" role="status" aria-live="polite">
        {progress ? where : working.loading}
      </p>
      <WorkingSteps progress={progress} steps={steps} />
      {fromFiles && <p class="caption">{working.long}</p>}
      <div class="row">
        <button type="button" class="button big" onClick={onCancel}>
          {working.cancel}
        </button>
      </div>
    </div>
  );
}

interface StepsProps {
  readonly progress: Progress | null;
  readonly steps: readonly ReaderStep[];
}

/** How far it is, as a bar and as a list. */
export function WorkingSteps({ progress, steps }: StepsProps) {
  const { working } = useWords();
  const now = nowOf(progress, steps);
  return (
    <>
      <progress max={1} value={progress?.fraction ?? 0} aria-label={working.heading} />
      <ol class="steps">
        {steps.map((name, index) => {
          const status = index < now ? 'done' : index === now ? 'now' : 'later';
          return (
            <li key={name} class={status} {...(status === 'now' ? { 'aria-current': 'step' as const } : {})}>
              {status === 'done' ? <Icon name="tick" /> : <span class="step-dot" aria-hidden="true" />}
              {working.steps[name]}
              <span class="hidden">, {working.status[status]}</span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

const nowOf = (progress: Progress | null, steps: readonly ReaderStep[]): number =>
  progress ? Math.max(0, steps.indexOf(progress.step)) : 0;

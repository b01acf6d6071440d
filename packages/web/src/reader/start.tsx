/** The first screen: the reader before anything else, and what it gives. */
import { useWords } from '../words/use-words.ts';
import { HeroSheet } from './hero-sheet.tsx';
import { KeptLanguage } from './kept-language.tsx';
import { Newer, OnThisDevice } from './on-this-device.tsx';
import { UploadArea, type UploadAreaProps } from './upload-area.tsx';

interface Props extends Omit<UploadAreaProps, 'hasServerForm'> {
  readonly isFramed: boolean;
  readonly onSample: () => void;
}

export function Start({ onSample, isFramed, ...area }: Props) {
  const { home } = useWords();
  return (
    <div class="wrap hero">
      <div class="hero-main">
        <h1>
          <span class="marked-line report">{home.heading[0]}</span> <span class="second-line">{home.heading[1]}</span>
        </h1>
        <p class="hero-lead">{home.lead}</p>
        <UploadArea {...area} hasServerForm={!isFramed} />
        <p class="needs-script">
          <button type="button" class="link-button" onClick={onSample}>
            {home.sample} <span aria-hidden="true">→</span>
          </button>
        </p>
        {!isFramed && (
          <>
            <KeptLanguage />
            <Newer />
            <OnThisDevice />
          </>
        )}
      </div>
      {!isFramed && <HeroSheet />}
    </div>
  );
}

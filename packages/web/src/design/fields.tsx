/** Fields of forms, as the pages have them: of a report, of the glossary, of the contact form with a fault in it. */
import { GlossarySearch } from '../glossary/search.tsx';
import { ContactForm } from '../pages/contact-form.tsx';
import { type ContactView, NOTHING_TYPED } from '../pages/contact-view.ts';
import { TextBox } from '../reader/paste.tsx';
import { SAMPLE_REPORT } from '../sample.ts';
import { useWords } from '../words/use-words.ts';

const VIEW: ContactView = {
  token: '',
  typed: { ...NOTHING_TYPED, mail: 'somebody' },
  faults: { mail: 'mailWrong' },
  notice: null,
  mail: null,
};

export function Fields() {
  const { reader } = useWords();
  return (
    <>
      <TextBox
        id="design-text"
        label={reader.pasteLabel}
        hint={reader.pasteHint}
        text={SAMPLE_REPORT}
        onText={() => undefined}
      />
      <GlossarySearch index="" />
      <ContactForm view={VIEW} />
    </>
  );
}

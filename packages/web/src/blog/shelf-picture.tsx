/** A line drawing for each shelf of the blog. */

const DRAWINGS: Readonly<Record<string, () => preact.JSX.Element>> = {
  'reading-reports': () => (
    <>
      <Sheet />
      <rect class="pic-marker" x="52" y="66" width="96" height="20" rx="5" />
      <path class="pic-ink" d="M66 76h52" />
    </>
  ),
  'report-words': () => (
    <>
      <path class="pic-paper" d="M34 26h92v44H70L54 86V70H34z" />
      <path class="pic-text" d="M48 42h62M48 54h40" />
      <path class="pic-card" d="M92 62h76v38h-14v14l-14-14H92z" />
      <path class="pic-ink" d="M106 76h46M106 87h28" />
    </>
  ),
  findings: () => (
    <>
      <path class="pic-edge" d="M94 22v22M94 40c-8-14-26-14-34 4-8 18-12 44-8 54 6 10 32 4 38-4 4-6 4-40 4-54Z" />
      <path class="pic-edge" d="M106 22v22M106 40c8-14 26-14 34 4 8 18 12 44 8 54-6 10-32 4-38-4-4-6-4-40-4-54Z" />
      <circle class="pic-marker" cx="132" cy="66" r="11" />
      <circle class="pic-knot" cx="132" cy="66" r="4" />
    </>
  ),
  exams: () => (
    <>
      <circle class="pic-edge" cx="82" cy="60" r="42" />
      <circle class="pic-text" cx="82" cy="60" r="25" />
      <path class="pic-paper" d="M82 66h88v14H82z" />
      <path class="pic-ink" d="M110 80v24M154 80v24" />
      <path class="pic-frame" d="M96 58h54" />
    </>
  ),
  'next-steps': () => (
    <>
      <path class="pic-edge" d="M34 60h132" />
      <circle class="pic-text" cx="40" cy="60" r="8" />
      <circle class="pic-paper" cx="100" cy="60" r="11" />
      <circle class="pic-marker" cx="160" cy="60" r="17" />
      <path class="pic-ink" d="m153 60 5 6 9-11" />
    </>
  ),
};

export function ShelfPicture({ shelf }: { readonly shelf: string }) {
  const Drawing = DRAWINGS[shelf];
  return (
    <svg class="shelf-picture" viewBox="0 0 200 120" aria-hidden="true">
      {Drawing && <Drawing />}
    </svg>
  );
}

function Sheet() {
  return (
    <>
      <path class="pic-paper" d="M62 12h58l18 18v80H62z" />
      <path class="pic-edge" d="M120 12v18h18" />
      <path class="pic-text" d="M76 44h38M76 56h28M76 98h34" />
    </>
  );
}

/** Three line drawings: a page in the frame of a camera, the marker on its Impression, a thread from words to plain words. */

export function StepPicture({ step }: { readonly step: number }) {
  return (
    <svg class="step-picture" viewBox="0 0 200 120" aria-hidden="true">
      {step === 0 && <Framed />}
      {step === 1 && <Marked />}
      {step === 2 && <Tied />}
    </svg>
  );
}

function Sheet({ x }: { readonly x: number }) {
  return (
    <>
      <path class="pic-paper" d={`M${x} 14h46l18 18v76H${x}z`} />
      <path class="pic-edge" d={`M${x + 46} 14v18h18`} />
      <path class="pic-text" d={`M${x + 14} 46h34M${x + 14} 58h26M${x + 14} 94h30`} />
    </>
  );
}

function Framed() {
  return (
    <>
      <Sheet x={38} />
      <path class="pic-frame" d="M16 24V6h18M106 6h18v18M124 96v18h-18M34 114H16V96" />
    </>
  );
}

function Marked() {
  return (
    <>
      <Sheet x={38} />
      <rect class="pic-marker" x="28" y="66" width="86" height="20" rx="5" />
      <path class="pic-ink" d="M42 76h50" />
    </>
  );
}

function Tied() {
  return (
    <>
      <Sheet x={4} />
      <rect class="pic-marker" x="12" y="68" width="50" height="14" rx="4" />
      <path class="pic-ink" d="M18 75h36" />
      <path class="pic-thread" d="M62 75c20 0 18-21 40-21" />
      <circle class="pic-knot" cx="104" cy="54" r="4.500" />
      <rect class="pic-card" x="106" y="32" width="86" height="46" rx="9" />
      <path class="pic-ink" d="M120 47h56M120 61h38" />
    </>
  );
}

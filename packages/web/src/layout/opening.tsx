/** What stands where only the browser can open something, before it has: that it is being opened, and what to do where no script runs. The server makes the same. */

interface OpeningProps {
  readonly opening: string;
  readonly noScript: string;
}

export function OpeningLines({ opening, noScript }: OpeningProps) {
  return (
    <>
      <p class="quiet needs-script" role="status">
        {opening}
      </p>
      {typeof document === 'undefined' && (
        <noscript>
          <p>{noScript}</p>
        </noscript>
      )}
    </>
  );
}

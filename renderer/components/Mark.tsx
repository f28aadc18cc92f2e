import type { ReactElement } from 'react';

interface MarkProps {
  /** Edge in CSS pixels; drawn on a grid of 16, and legible there. */
  readonly size: number;
}

/** The product's mark: a key turned in a monitor. Decorative: the name always stands beside it. */
export function Mark({ size }: MarkProps): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        fill="var(--colorBrandBackground, #0f6cbd)"
        d="M2.5 1h11A1.5 1.5 0 0 1 15 2.5v8a1.5 1.5 0 0 1-1.5 1.5H10v1.5h1.5V15h-7v-1.5H6V12H2.5A1.5 1.5 0 0 1 1 10.5v-8A1.5 1.5 0 0 1 2.5 1Z"
      />
      <g fill="none" stroke="#fff" strokeWidth="1.5">
        <path d="M6.25 6.5h6.25M11.75 6.5v2.25M9.5 6.5v1.75" />
        <circle cx="4.75" cy="6.5" r="1.75" />
      </g>
    </svg>
  );
}

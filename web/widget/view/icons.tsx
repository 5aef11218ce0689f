// The few signs of the widget as line drawings that take the colour of the text around them. All are decoration: the
// control that carries one has its own name.
import type { ComponentChildren, VNode } from 'preact';

function line(children: ComponentChildren): () => VNode {
  return () => (
    <svg
      viewBox="0 0 24 24"
      width="1em"
      height="1em"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

/** The bell on the front desk: our mark. */
export const BellIcon = line(
  <>
    <path d="M3.5 18.5h17" />
    <path d="M5.5 15.5a6.5 6.5 0 0 1 13 0z" />
    <path d="M12 9V6.5M10 6.5h4" />
  </>,
);
export const CloseIcon = line(<path d="m6.5 6.5 11 11m0-11-11 11" />);
export const DownIcon = line(<path d="m5.5 9 6.5 6.5L18.5 9" />);
export const MoreIcon = line(
  <g fill="currentColor" stroke="none">
    <circle cx="5.5" cy="12" r="1.7" />
    <circle cx="12" cy="12" r="1.7" />
    <circle cx="18.5" cy="12" r="1.7" />
  </g>,
);
export const SendIcon = line(<path d="M12 19V5.5m-5.5 5.4L12 5.5l5.5 5.4" />);
export const ClipIcon = line(
  <path d="m19.5 11.5-7.6 7.4a4.6 4.6 0 0 1-6.5-6.5l7.8-7.6a3 3 0 0 1 4.3 4.3l-7.7 7.5a1.5 1.5 0 0 1-2.1-2.1l6.8-6.6" />,
);
export const FileIcon = line(
  <>
    <path d="M13.5 3.5H7a1.5 1.5 0 0 0-1.5 1.5v14A1.5 1.5 0 0 0 7 20.5h10a1.5 1.5 0 0 0 1.5-1.5V8.5z" />
    <path d="M13.5 3.5v5h5" />
  </>,
);
export const PersonIcon = line(
  <>
    <circle cx="12" cy="8.2" r="3.7" />
    <path d="M4.8 20c.6-3.6 3.5-5.6 7.2-5.6s6.6 2 7.2 5.6" />
  </>,
);
export const NewIcon = line(
  <>
    <path d="M20 12a8 8 0 0 1-11.7 7.1L4 20l1-4A8 8 0 1 1 20 12z" />
    <path d="M12 9v6m-3-3h6" />
  </>,
);
export const DownloadIcon = line(<path d="M12 4v10.5m-4.5-4.2 4.5 4.2 4.5-4.2M5 19.5h14" />);
export const AlertIcon = line(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 8v4.7M12 16v.01" />
  </>,
);
export const ClockIcon = line(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7.5V12l3 2" />
  </>,
);

// What the laptop's window calls on the film page, for the type check only. Nothing here reaches a browser.

export {};

declare global {
  interface Window {
    film: {
      told: () => string;
      play: () => void;
      pause: () => void;
      seek: (at_ms: number) => void;
      loudness: (percent: number) => void;
    };
  }
}

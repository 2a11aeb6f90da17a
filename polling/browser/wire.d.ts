// The messages of docs/protocol.md as types, for the type check only. Nothing here reaches a browser.

export type Value =
  | { kind: 'choice'; options: number[] }
  | { kind: 'words'; words: string[] }
  | { kind: 'text'; text: string };

export interface ClockView {
  total_ms: number;
  left_ms: number;
  ends_at: number | null;
  up: boolean;
}

export interface OptionView {
  text: string;
  picture: string;
  right: boolean | null;
  feedback: string;
}

export interface QuestionView {
  slide: string;
  round: number;
  number: number;
  kind: string;
  phase: string;
  text: string;
  context: string;
  picture: string;
  options: OptionView[];
  allows_several: boolean;
  max_words: number;
  max_characters: number;
  clock: ClockView | null;
  explanation: string;
}

export interface PhoneState {
  type: 'state';
  revision: number;
  now: number;
  view: 'lobby' | 'slide' | 'question' | 'pause' | 'ended';
  lesson: string;
  language: string;
  heading: string;
  text: string;
  links: { text: string; target: string }[];
  timer: ClockView | null;
  question: QuestionView | null;
}

export interface OwnAnswer {
  slide: string;
  round: number;
  revision: number;
  value: Value;
}

export interface Greeting { type: 'greeting'; session: string; lesson: string; language: string }

export interface Welcome {
  type: 'welcome';
  session: string;
  token: string;
  participant: string;
  name: string;
  answers: OwnAnswer[];
  state: PhoneState;
  percent: number;
}

export interface Ack { type: 'ack'; slide: string; round: number; revision: number }

export interface Refused {
  type: 'refused';
  code: string;
  parameters: Record<string, string | number>;
  slide: string;
  round: number;
  revision: number;
}

export interface HeartbeatBack { type: 'hb'; sent_ms: number; now: number }

export interface Taken { type: 'taken'; name: string }

export interface Waiting { type: 'waiting' }

export interface OwnTime { type: 'own_time'; percent: number }

export interface Named { type: 'named'; name: string }

export interface Bye { type: 'bye'; reason: 'taken_over' | 'removed' | 'blocked' | 'ended' | 'going' }

export type ToPhone = Greeting | Taken | Waiting | Welcome | Named | OwnTime | PhoneState | Ack | Refused | HeartbeatBack | Bye;

export interface Outline {
  id: string;
  kind: string;
  title: string;
  question: string;
  notes: string;
  hidden: boolean;
  options: { text: string; right: boolean | null }[];
}

export interface LessonPart {
  type: 'lesson';
  revision: number;
  session: string;
  label: string;
  begins_at: string;
  title: string;
  language: string;
  outline: Outline[];
}

export interface PositionPart {
  type: 'position';
  revision: number;
  now: number;
  slide: string;
  number: number;
  step: number;
  page: number;
  pages: number;
  cover: 'none' | 'join' | 'black' | 'white';
  frozen: boolean;
  hides_answers: boolean;
  paused: boolean;
  ended: boolean;
  closes_by_itself: boolean;
  phase: string;
  round: number;
  rounds: number;
  is_live: boolean;
  shows_results: boolean;
  right: number[];
  next: string;
  back: string;
  clock: ClockView | null;
  timer: ClockView | null;
  timer_slide: string;
}

export interface ParticipantView {
  id: string;
  name: string;
  number: number;
  status: 'here' | 'asleep' | 'gone';
  has_answered: boolean;
  standing: 'in' | 'removed' | 'blocked';
  is_covered: boolean;
  is_flagged: boolean;
  is_shared: boolean;
  is_awaited: boolean;
  percent: number;
}

export interface RosterPart {
  type: 'roster';
  revision: number;
  here: number;
  is_locked: boolean;
  participants: ParticipantView[];
  claims: { id: string; participant: string; name: string }[];
}

export interface TallyPart {
  type: 'tally';
  revision: number;
  slide: string;
  round: number;
  answered: number;
  expected: number;
  counts: number[];
  earlier: number[] | null;
  hands: number[];
  answers: { participant: string; value: Value; is_shown: boolean; is_starred: boolean; is_held?: boolean }[];
  enlarged: string;
}

export interface WordsPart {
  type: 'words';
  revision: number;
  slide: string;
  round: number;
  participants: number;
  words: { key: string; text: string; count: number; is_shown?: boolean; is_held?: boolean }[];
}

export interface AddressPart { type: 'address'; revision: number; typed: string; room_code: string }

export type Part = LessonPart | PositionPart | RosterPart | TallyPart | WordsPart | AddressPart;
export interface Paired { type: 'paired'; remote: string; nonce: string }

export type ToTeacher = Part | Waiting | Paired | Refused | HeartbeatBack | Bye;

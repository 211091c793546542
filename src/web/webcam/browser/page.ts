import { isSure } from '../../../vision/core/calibration.ts';
import { type PageSettings, type Songs, settingsShape } from '../shared.ts';
import { type Camera, CameraError, type CameraTrouble, openCamera } from './camera.ts';
import { element } from './elements.ts';
import { type Live, readLive } from './live.ts';
import { jpegFrom, snapshotOf } from './pictures.ts';
import { createRate } from './rate.ts';
import { startReader } from './reader.ts';
import { createReadout, sentencesFor } from './readout.ts';
import { createRecent } from './recent.ts';
import { RefusedError, senderTo } from './sender.ts';
import { showSongs } from './songs.ts';
import { createSpeech } from './speech.ts';

/** What is shown is the mean of so much, what is sent of more, in milliseconds. */
const SHOWN_SPAN = 500;
const SENT_SPAN = 1_500;

const settings: PageSettings = settingsShape.parse(
  JSON.parse(element('settings', HTMLScriptElement).textContent),
);
const { words } = settings;

const video = element('video', HTMLVideoElement);
const stage = element('stage', HTMLDivElement);
const curtain = element('curtain', HTMLDivElement);
const notice = element('notice', HTMLParagraphElement);
const start = element('start', HTMLButtonElement);
const again = element('again', HTMLButtonElement);
const use = element('use', HTMLButtonElement);
const snapshot = element('snapshot', HTMLButtonElement);
const choose = element('choose', HTMLLabelElement);
const file = element('file', HTMLInputElement);

const speech = createSpeech(element('spoken', HTMLParagraphElement));
const readout = createReadout(words, settings.locale);
const reader = startReader(settings.worker);
const sender = senderTo(settings.link, settings.locale, words.unreachable);
const shown = createRecent(SHOWN_SPAN);
const sent = createRecent(SENT_SPAN);
const rate = createRate();

let camera: Camera | undefined;
let live: Live | undefined;
let canRead = true;
/** Whether something is on its way, or the link is used up. */
let busy = false;
/** Whether what is said stays until the next try. */
let refusedLast = false;

/** Says something in place of the picture, or over it. */
function tell(text: string): void {
  notice.textContent = text;
  curtain.classList.toggle('bare', text === '' && camera !== undefined);
  if (text !== '') speech.say(text);
}

/** Says something that the picture tells, unless something weightier stands there. */
function remark(text: string): void {
  if (!busy && !refusedLast && notice.textContent !== text) tell(text);
}

function stop(): void {
  live?.stop();
  camera?.close();
  live = camera = undefined;
  video.hidden = true;
  shown.clear();
  sent.clear();
  readout.empty();
  use.disabled = snapshot.disabled = true;
}

/** There is no picture: why, and what can be done. */
function trouble(kind: CameraTrouble): void {
  stop();
  tell(words[kind]);
  again.hidden = kind === 'unsupported';
  choose.hidden = false;
}

async function begin(): Promise<void> {
  refusedLast = false;
  start.hidden = again.hidden = choose.hidden = true;
  tell(words.asking);
  try {
    camera = await openCamera(video, () => trouble('lost'));
  } catch (error) {
    trouble(error instanceof CameraError ? error.trouble : 'inUse');
    return;
  }
  video.hidden = false;
  fitStage();
  snapshot.disabled = false;
  // The button that had the focus is gone. The next one is the mood's; a snapshot is not sent by one key too many.
  stage.focus();
  if (canRead) remark(words.loading);
  try {
    await reader.ready;
  } catch {
    canRead = false;
  }
  // It may have gone, or the mood been sent, while the nets were on their way.
  if (!isOpen()) return;
  if (!canRead) {
    cannotRead();
    return;
  }
  remark(words.looking);
  live = readLive({ video, reader, onRead, onBroken: cannotRead });
}

/** A phone that is turned turns its picture too. */
function fitStage(): void {
  if (video.videoHeight > 0) stage.style.setProperty('--ratio', String(video.videoWidth / video.videoHeight));
}

function isOpen(): boolean {
  return camera !== undefined;
}

function cannotRead(): void {
  canRead = false;
  readout.empty();
  use.disabled = true;
  remark(words.cannotRead);
}

const onRead: Parameters<typeof readLive>[0]['onRead'] = (face, picture) => {
  const now = performance.now();
  rate.add(now);
  if (face) {
    shown.add(face.emotions, now);
    sent.add(face.emotions, now);
  }
  const scores = shown.mean(now);
  if (scores && face) {
    const sure = isSure(scores, settings);
    readout.show(face, scores, sure, picture);
    remark('');
    speech.mention(sentencesFor(scores, sure, words).join('. '), now);
  } else if (!scores) {
    readout.empty();
    remark(words.noFace);
  }
  use.disabled = busy || sent.mean(now) === undefined;
  readout.rate(rate.perSecond(now));
};

/** Sends something once; what is refused can be tried again, unless the link itself is no good. */
async function send(saying: string, sending: () => Promise<Songs>): Promise<void> {
  if (busy) return;
  busy = true;
  refusedLast = false;
  use.disabled = snapshot.disabled = true;
  tell(saying);
  try {
    const songs = await sending();
    stop();
    showSongs(songs, words);
  } catch (error) {
    const refused =
      error instanceof RefusedError ? error : new RefusedError('unreachable', words.unreachable);
    if (isFinal(refused)) {
      end(refused);
      return;
    }
    busy = false;
    refusedLast = true;
    snapshot.disabled = !isOpen();
    tell(refused.message);
  }
}

function isFinal({ code }: RefusedError): boolean {
  return code.startsWith('webcam-');
}

/** The link is no good: the camera goes off, and there is nothing more to do here. */
function end(refused: RefusedError): void {
  busy = true;
  stop();
  start.hidden = again.hidden = choose.hidden = true;
  tell(refused.message);
}

video.addEventListener('resize', fitStage);
start.addEventListener('click', () => void begin());
again.addEventListener('click', () => void begin());
use.addEventListener('click', () => {
  const scores = sent.mean(performance.now());
  if (scores) void send(words.sending, () => sender.sendMood(scores));
});
snapshot.addEventListener('click', () => {
  void send(words.reading, async () => sender.sendPhoto(await snapshotOf(video)));
});
file.addEventListener('change', () => {
  const [photo] = file.files ?? [];
  // What the browser cannot open goes as it is: it is read elsewhere, or refused there in words.
  if (photo) void send(words.reading, async () => sender.sendPhoto(await jpegFrom(photo).catch(() => photo)));
  file.value = '';
});

sender.open().then(
  () => {
    start.disabled = false;
  },
  (error: unknown) => {
    if (!(error instanceof RefusedError)) throw error;
    end(error);
  },
);

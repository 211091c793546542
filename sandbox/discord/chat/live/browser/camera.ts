import { openDialog } from './dialog.ts';
import { el, onPress } from './dom.ts';

const WHY: Readonly<Record<string, string>> = {
  NotAllowedError:
    'The camera was refused. Allow it for this page in the browser’s settings, or use the sample photo.',
  NotFoundError: 'There is no camera here. Choose a photo, or use the sample photo.',
  NotReadableError: 'Something else uses the camera. Close it and try again, or use the sample photo.',
};

/** Takes a photo. Resolves to null where none was taken; the picture leaves this device only when it is sent. */
export function takePhoto(): Promise<File | null> {
  const video = el('video', {
    autoplay: true,
    playsinline: true,
    muted: true,
    class: 'viewfinder',
    'aria-label': 'What the camera sees',
  });
  const words = el(
    'p',
    { role: 'status', class: 'quiet' },
    'The browser asks whether this page may use the camera.',
  );
  const shoot = el('button', { type: 'button', class: 'button primary', disabled: true }, 'Take the photo');
  const dialog = openDialog('Take a photo', video, words, el('div', { class: 'dialog-foot' }, shoot));
  let stream: MediaStream | null = null;
  let photo: File | null = null;
  const start = async (): Promise<void> => {
    stream = await navigator.mediaDevices.getUserMedia({
      video: { width: 1280, height: 960, facingMode: 'user' },
    });
    // Closed while the browser asked: the camera goes off again.
    if (!dialog.isConnected) {
      stop(stream);
      return;
    }
    for (const track of stream.getTracks())
      track.addEventListener(
        'ended',
        () => (words.textContent = 'The camera is gone. Close this and try again.'),
      );
    video.srcObject = stream;
    await video.play();
    words.textContent = 'Look at the camera.';
    shoot.disabled = false;
    shoot.focus();
  };
  start().catch((error: unknown) => {
    const name = error instanceof Error ? error.name : '';
    words.textContent =
      WHY[name] ?? 'The camera does not work here. Choose a photo, or use the sample photo.';
  });
  onPress(shoot, () => {
    void frameOf(video).then((file) => {
      photo = file;
      dialog.close();
    });
  });
  return new Promise((resolve) =>
    dialog.addEventListener('close', () => {
      stop(stream);
      resolve(photo);
    }),
  );
}

function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

async function frameOf(video: HTMLVideoElement): Promise<File | null> {
  const canvas = el('canvas', { width: video.videoWidth, height: video.videoHeight });
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
  return blob && new File([blob], 'photo.jpg', { type: 'image/jpeg' });
}

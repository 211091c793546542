/** Why there is no picture: a key of the page's words. */
export type CameraTrouble = 'refused' | 'missing' | 'inUse' | 'unsupported' | 'lost';

/** An open camera. */
export interface Camera {
  /** Switches it off. */
  close(): void;
}

/** Of what a camera offers, the face at front, as large as photos are read at. */
const WANTED: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: 'user', width: { ideal: 640 }, height: { ideal: 480 } },
};

/**
 * Opens the camera and shows its picture.
 * @param onLost told once when it stops by itself: unplugged, or taken back
 * @throws CameraError
 */
export async function openCamera(video: HTMLVideoElement, onLost: () => void): Promise<Camera> {
  // Browsers leave it out on pages that did not come over https.
  if (!('mediaDevices' in navigator)) throw new CameraError('unsupported');
  const stream = await navigator.mediaDevices.getUserMedia(WANTED).catch((error: unknown) => {
    throw new CameraError(troubleFrom(error));
  });
  const close = (): void => {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  // A track that we stop ourselves says nothing.
  for (const track of stream.getVideoTracks()) track.addEventListener('ended', onLost, { once: true });
  video.srcObject = stream;
  try {
    await video.play();
  } catch {
    close();
    throw new CameraError('inUse');
  }
  return { close };
}

export class CameraError extends Error {
  override readonly name = 'CameraError';
  readonly trouble: CameraTrouble;

  constructor(trouble: CameraTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** By the names that the Media Capture specification gives. */
function troubleFrom(error: unknown): CameraTrouble {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    default:
      return 'inUse';
  }
}

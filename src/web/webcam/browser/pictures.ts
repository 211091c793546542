/** The longest side of a picture that is read, in pixels: photos are read at that size too. */
const LONGEST_READ = 640;

/** The longest side of a snapshot: more than is read of it. */
const LONGEST_SENT = 1280;
const QUALITY = 0.92;

/** Takes the pixels of what a film shows right now. */
export function createGrabber(): (video: HTMLVideoElement) => ImageData {
  const canvas = document.createElement('canvas');
  const context = contextOf(canvas, { willReadFrequently: true });
  return (video) => {
    const { videoWidth, videoHeight } = video;
    const { width, height } = bounded(videoWidth, videoHeight, LONGEST_READ);
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    context.drawImage(video, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  };
}

/** What a film shows right now, as a JPEG. */
export function snapshotOf(video: HTMLVideoElement): Promise<Blob> {
  return jpegOf(video, video.videoWidth, video.videoHeight);
}

/** A photo, upright, as a JPEG of bounded size. @throws where the browser cannot open it */
export async function jpegFrom(file: Blob): Promise<Blob> {
  const image = await createImageBitmap(file);
  try {
    return await jpegOf(image, image.width, image.height);
  } finally {
    image.close();
  }
}

async function jpegOf(source: CanvasImageSource, sourceWidth: number, sourceHeight: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const { width, height } = bounded(sourceWidth, sourceHeight, LONGEST_SENT);
  Object.assign(canvas, { width, height });
  contextOf(canvas).drawImage(source, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  if (!blob) throw new Error('no JPEG');
  return blob;
}

function contextOf(
  canvas: HTMLCanvasElement,
  settings?: CanvasRenderingContext2DSettings,
): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', settings);
  if (!context) throw new Error('no canvas');
  return context;
}

function bounded(width: number, height: number, longest: number): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

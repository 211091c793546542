/** What face-api asks for beside TensorFlow.js, and does not need here. */
export {};

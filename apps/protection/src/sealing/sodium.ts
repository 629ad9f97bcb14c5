import sodium from 'libsodium-wrappers-sumo';

// The library is WebAssembly and loads once, before anything of ours runs.
await sodium.ready;

export { sodium };

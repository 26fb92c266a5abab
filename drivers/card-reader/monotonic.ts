/**
 * Milliseconds that never jump, from an arbitrary start that all processes of one machine share: libuv reads
 * CLOCK_MONOTONIC, QueryPerformanceCounter or mach time. A notice in one process can be timed against an answer in another.
 */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;

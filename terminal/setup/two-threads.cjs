// Each thread of libuv's pool keeps megabytes once it has worked. One is for scrypt, the other for a name that DNS does
// not answer. Here, because the first module that is imported begins the threads, and no script sets this on Windows.
process.env.UV_THREADPOOL_SIZE ??= '2';

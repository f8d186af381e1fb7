/** GGUF, the files of llama.cpp and of GGML: what they begin with, read without trust. */
@NullMarked
package org.initweights.internal.files.gguf;

import org.jspecify.annotations.NullMarked;

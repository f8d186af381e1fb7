package org.initweights.samples.zoo.swin;

import org.initweights.annotation.TruncNormal;

/** {@code trunc_normal_(std=.02)}: its bounds are absolute, so that it never cuts. */
@TruncNormal(std = 0.02)
@interface SwinNormal {}

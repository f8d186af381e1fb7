package org.initweights.samples.zoo.dit;

import org.initweights.annotation.Zeros;

/** Zeros that make every block the identity and the output zero in the beginning; what comes before them is drawn at random. */
@Zeros
@interface AdaLnZero {}

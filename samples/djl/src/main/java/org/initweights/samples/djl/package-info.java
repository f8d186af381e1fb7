/** Trains DJL networks on digits, and draws how their start decides whether they learn. */
@NullMarked
package org.initweights.samples.djl;

import org.jspecify.annotations.NullMarked;

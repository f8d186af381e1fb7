/**
 * Statistical tests of a sequence of words, one a file. Most are those of TestU01's SmallCrush and Crush: P. L'Ecuyer and
 * R. Simard, <i>TestU01: a C library for empirical testing of random number generators</i>, ACM TOMS 33(4), 2007. The tests read
 * the highest bits of a word; the battery gives them the words with their bits reversed as well.
 */
@NullMarked
package org.initweights.statistics.tests;

import org.jspecify.annotations.NullMarked;

package org.initweights.report.law;

/** The elements of a tensor that follow one law, as a share of all. */
record Share(Law law, double weight) {}

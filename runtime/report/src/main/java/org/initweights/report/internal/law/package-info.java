/** What a fill promises of one element picked at random, as probability laws that tests and pictures can use. */
@NullMarked
package org.initweights.report.internal.law;

import org.jspecify.annotations.NullMarked;

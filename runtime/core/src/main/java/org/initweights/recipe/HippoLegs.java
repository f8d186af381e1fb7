package org.initweights.recipe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * HiPPO-LegS: the state matrix of S4.
 *
 * <p>Gu, Dao, Ermon, Rudra and Ré, <i>HiPPO: recurrent memory with optimal polynomial projections</i>, 2020.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface HippoLegs {}

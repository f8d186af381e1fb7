package org.initweights.collect;

import java.util.List;

/**
 * A place of a tied tensor.
 *
 * @param owner the model that has it
 * @param path the name of that model, with a dot; empty for the outermost
 * @param name the name of the tensor there
 * @param scopes the rules of the models around it, the outermost first
 */
record TiedPlace(Object owner, String path, String name, List<RuleScope> scopes) {}

package org.initweights.processor.name;

/** Where code that has a model finds a number of it. */
public sealed interface NumberSource permits MemberPath, ListPosition {}

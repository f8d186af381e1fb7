/**
 * BERT-base, uncased, as Hugging Face's {@code BertForPreTraining} builds and initialises it.
 *
 * <p>Devlin, Chang, Lee and Toutanova, <i>BERT: pre-training of deep bidirectional transformers for language understanding</i>,
 * 2018.
 */
package org.initweights.samples.zoo.bert;

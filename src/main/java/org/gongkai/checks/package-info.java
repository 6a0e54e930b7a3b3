/** One small class per rule: the model or a page in, problems out. */
package org.gongkai.checks;

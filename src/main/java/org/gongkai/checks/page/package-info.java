/** One small class per rule for HTML pages: a page in, problems out. */
package org.gongkai.checks.page;

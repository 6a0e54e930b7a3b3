/** The commands, their help and what they print. */
package org.gongkai.cli;

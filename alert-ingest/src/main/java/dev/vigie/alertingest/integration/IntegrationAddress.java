package dev.vigie.alertingest.integration;

/**
 * Where a sender finds its integration.
 *
 * @param name the integration's name
 * @param origin the address of the installation, without a slash at the end
 * @param url the integration's own address, with a slash at the end
 * @param key the secret in it
 */
public record IntegrationAddress(String name, String origin, String url, String key) {
}

using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace IoTDB.Client;

/// <summary>Whether and how connections are encrypted; off by default, as the server's default is.</summary>
public sealed record TlsOptions
{
    /// <summary>Speaks TLS 1.2 or later from the first byte; never falls back to plain text.</summary>
    public bool Enabled { get; init; }

    /// <summary>PEM file of the authorities to trust instead of the system's; read at each connect.</summary>
    public string? CaFile { get; init; }

    /// <summary>PEM file with the client's certificate, for servers that ask for one.</summary>
    public string? ClientCertificateFile { get; init; }

    /// <summary>PEM file with the client's key; null when it is in <see cref="ClientCertificateFile"/>.</summary>
    public string? ClientKeyFile { get; init; }

    /// <summary>The name the certificate must carry; null means the endpoint's host.</summary>
    public string? ServerName { get; init; }

    /// <summary>Asks for revocation of the chain; off by default.</summary>
    public bool CheckRevocation { get; init; }

    /// <summary>Accepts any certificate: whoever can reach the network can read and change everything.</summary>
    public bool DangerousAcceptAnyCertificate { get; init; }

    /// <summary>Decides about the server's certificate instead of the library; null leaves it to the library.</summary>
    public RemoteCertificateValidationCallback? ValidateServerCertificate { get; init; }

    /// <summary>The client's certificate, where it is not in a file.</summary>
    public X509Certificate2? ClientCertificate { get; init; }
}

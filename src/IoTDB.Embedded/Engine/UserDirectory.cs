namespace IoTDB.Embedded.Engine;

/// <summary>Accounts and their passwords. Everybody may do everything: privileges are kept, not enforced.</summary>
internal sealed class UserDirectory(string username, string password)
{
    private readonly Dictionary<string, string> _passwords = new(StringComparer.Ordinal) { [username] = password };

    // Guards _passwords: logins come from any connection.
    private readonly Lock _gate = new();

    /// <summary>Names of all accounts, by name.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_gate)
            {
                return [.. _passwords.Keys.Order(StringComparer.Ordinal)];
            }
        }
    }

    public bool Check(string user, string? secret)
    {
        lock (_gate)
        {
            return _passwords.TryGetValue(user, out var known) && known == secret;
        }
    }

    /// <exception cref="StatusException">805 the name is taken.</exception>
    public void Create(string user, string secret)
    {
        lock (_gate)
        {
            if (!_passwords.TryAdd(user, secret))
            {
                throw new StatusException(StatusCode.UserAlreadyExist, $"User {user} already exists");
            }
        }
    }

    /// <exception cref="StatusException">804 there is no such user.</exception>
    public void Change(string user, string secret)
    {
        lock (_gate)
        {
            if (!_passwords.ContainsKey(user))
            {
                throw new StatusException(StatusCode.UserNotExist, $"User {user} does not exist");
            }

            _passwords[user] = secret;
        }
    }

    /// <exception cref="StatusException">804 there is no such user.</exception>
    public void Drop(string user)
    {
        lock (_gate)
        {
            if (!_passwords.Remove(user))
            {
                throw new StatusException(StatusCode.UserNotExist, $"User {user} does not exist");
            }
        }
    }
}
